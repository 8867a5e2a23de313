package org.muster.formats.xlsx;

import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.StyleSetter;

/** How a row looks. */
enum RowStyle {
    TITLE,
    /** A line about the whole sheet. */
    NOTE,
    /** A line about the whole sheet that must not be overlooked. */
    ALARM,
    HEADER,
    LINE,
    /** The first line of several that belong together. */
    FIRST_LINE,
    /** A line about something that is missing. */
    MISSING;
    private static final String RED = "FFC00000", LIGHT_RED = "FFFDE9E7", GRAY = "FFD9D9D9";
    private static final int TITLE_SIZE = 16;

    void apply(StyleSetter style) {
        switch (this) {
            case TITLE -> style.bold().fontSize(TITLE_SIZE);
            case NOTE -> style.italic();
            case ALARM -> style.bold().fontColor(RED);
            case HEADER -> boxed(style).bold().fillColor(GRAY);
            case LINE -> boxed(style);
            case FIRST_LINE -> boxed(style).borderStyle(BorderSide.TOP, BorderStyle.MEDIUM);
            case MISSING -> boxed(style).bold().fontColor(RED).fillColor(LIGHT_RED);
        }
        style.set();
    }

    private static StyleSetter boxed(StyleSetter style) {
        return style.borderStyle(BorderStyle.THIN).verticalAlignment("top").wrapText(true);
    }
}
