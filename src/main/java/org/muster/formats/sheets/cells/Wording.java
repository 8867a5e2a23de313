package org.muster.formats.sheets.cells;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.muster.district.DistrictList;

/** The names of columns, and of the words in them, in a language. */
public final class Wording {

    public static final Wording ENGLISH = new Wording("/org/muster/formats/sheets/sheets.properties");
    public static final Wording CHINESE = new Wording("/org/muster/formats/sheets/sheets_zh.properties");
    public static final List<Wording> ALL = List.of(ENGLISH, CHINESE);

    private final Properties texts = new Properties();

    /**
     * The texts about a column.
     *
     * @param header its name in files that are written
     * @param synonyms other names that are read
     */
    public record Entry(String header, List<String> synonyms, String meaning, String example) {}

    private Wording(String file) {
        try (var in = Wording.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The texts (%s) are not beside %s.".formatted(file, getClass()));
            }
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The texts (%s) cannot be read.".formatted(file), e);
        }
    }

    /** Chinese for a Chinese locale, English for every other. */
    public static Wording of(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? CHINESE : ENGLISH;
    }

    /** The name of a list, which is also that of its sheet. */
    public String name(DistrictList list) {
        return text("list." + list.field());
    }

    public Entry column(DistrictList list, Column column) {
        String own = list.field() + "." + column.field();
        var parts = text(texts.containsKey(own) ? own : column.field()).split("\\|", -1);
        return new Entry(parts[0].strip(), listed(parts[1]), parts[2].strip(), parts[3].strip());
    }

    /** What a column is called in all languages. */
    public static String names(DistrictList list, Column column) {
        return column.field() + " (" + CHINESE.column(list, column).header() + ")";
    }

    /** The names of a word of the API; the first is written, all are read. */
    List<String> words(String choice, String constant) {
        return listed(text("word." + choice + "." + constant));
    }

    /** The explanation of the values of a column. */
    public String form(Column column) {
        var text = new StringBuilder(text("form." + column.form().id()));
        for (var choice : column.form().choices()) {
            text.append(text("separator")).append(String.join(" / ", choice.words(this)));
        }
        return text.toString();
    }

    public String text(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("No text says what (%s) means.".formatted(key));
        }
        return text;
    }

    private static List<String> listed(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
