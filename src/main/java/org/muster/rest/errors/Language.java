package org.muster.rest.errors;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which of the product's two languages a caller reads. */
public final class Language {

    private static final List<Locale> OFFERED = List.of(Locale.CHINESE, Locale.ENGLISH);

    private Language() {}

    /** The better one of an {@code Accept-Language} header; English where it is missing or makes no sense. */
    public static Locale of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), OFFERED);
            return best == null ? Locale.ENGLISH : best;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH; // a header that nobody can read is no reason to refuse a request
        }
    }

    /** The tag for {@code Content-Language}. */
    public static String tag(Locale language) {
        return language.equals(Locale.CHINESE) ? "zh-CN" : "en";
    }
}
