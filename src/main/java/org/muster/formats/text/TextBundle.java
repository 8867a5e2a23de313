package org.muster.formats.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of a format, in one language. They are in {@code .properties} files; in their values apostrophes are
 * doubled.
 */
public final class TextBundle {

    private final ResourceBundle texts;
    private final Locale language;

    /**
     * Reads texts.
     *
     * @param name of the files, with the package, without language and ending
     * @param language Chinese, or English for every other
     */
    public TextBundle(String name, Locale language) {
        this.language = language;
        texts = ResourceBundle.getBundle(
                name, language, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** A text with its values filled in: {@code {0}}, {@code {1}} and so on. */
    public String get(String key, Object... values) {
        return new MessageFormat(texts.getString(key), language).format(values);
    }
}
