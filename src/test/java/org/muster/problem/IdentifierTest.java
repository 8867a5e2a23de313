package org.muster.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "7",
                "北京市东城区（一）",
                "二〇二二",
                "Müller 3",
                "e\u0301",
                "a.b-c_d:e/f@g+h#i(j),k&l=m*n|o~p",
                "阿·布",
                "𠮷"
            })
    void canBeWhatPeopleUse(String text) {
        assertThat(Identifier.isAllowed(text)).isTrue();
        assertThat(Identifier.shown(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " a",
                "a ",
                "a'b",
                "a\"b",
                "a`b",
                "a;b",
                "a\\b",
                "a<b",
                "a>b",
                "a{b",
                "a}b",
                "a\tb",
                "a\u0000b",
                "a\u007Fb",
                "😀",
                "\uD800",
                "a\uDC00",
                "a\u200Bb",
                "a\u202Eb",
                "a\u3000b",
                "$",
                "%",
                "!"
            })
    void cannotBeWhatMightHarm(String text) {
        assertThat(Identifier.isAllowed(text)).isFalse();
    }

    @Test
    void hasAtMostAHundredCharacters() {
        assertThat(Identifier.isAllowed("x".repeat(100))).isTrue();
        assertThat(Identifier.isAllowed("x".repeat(101))).isFalse();
        assertThat(Identifier.shown("x".repeat(101))).isEqualTo("x".repeat(100));
    }

    @Test
    void isShownWithoutWhatMightHarm() {
        assertThat(Identifier.shown("<a href='x'>\r\n\uD800😀")).isEqualTo("?a href=?x??????");
    }
}
