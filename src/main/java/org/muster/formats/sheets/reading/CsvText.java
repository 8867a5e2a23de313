package org.muster.formats.sheets.reading;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.muster.formats.sheets.lines.OctetCount;
import org.muster.formats.sheets.lines.UnreadableSheetException;
import org.muster.problem.faults.FaultCode;

/**
 * The text of a file, in one of the encodings that spreadsheets write: UTF-8, UTF-16, GB18030 and so GBK and GB2312
 * too. A text in none of these is refused: a wrong guess would store garbage.
 */
record CsvText(Path file, Charset charset) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * Finds out how a file is encoded.
     *
     * @throws UnreadableSheetException when it is no text with separators, or is in another encoding
     */
    static CsvText of(Path file) throws IOException {
        var text = new CsvText(file, charsetOf(file));
        MarkupCheck.refuse(text);
        return text;
    }

    private static Charset charsetOf(Path file) throws IOException {
        var octets = OctetCount.of(file);
        var wide = octets.wideCharset();
        if (wide != null) {
            return required(wide, file);
        }
        if (octets.hasUtf8Mark()) {
            return required(StandardCharsets.UTF_8, file);
        }
        var asUtf8 = CharacterCount.find(new CsvText(file, StandardCharsets.UTF_8));
        var asGb18030 =
                asUtf8 != null && asUtf8.isSurelyUtf8() ? null : CharacterCount.find(new CsvText(file, GB18030));
        if (asUtf8 != null) {
            return asGb18030 != null && asGb18030.isNothingButChinese() ? GB18030 : StandardCharsets.UTF_8;
        }
        if (asGb18030 == null || asGb18030.hasPrivateUse() || octets.isRatherBig5()) {
            throw UnreadableSheetException.file(FaultCode.UNDECODABLE_TEXT);
        }
        return GB18030;
    }

    private static Charset required(Charset charset, Path file) throws IOException {
        if (CharacterCount.find(new CsvText(file, charset)) == null) {
            throw UnreadableSheetException.file(FaultCode.UNDECODABLE_TEXT);
        }
        return charset;
    }

    /** Reads it from its beginning, behind a byte order mark. What cannot be decoded is an {@link IOException}. */
    Reader open() throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var reader = new PushbackReader(new InputStreamReader(Files.newInputStream(file), decoder));
        try {
            int first = reader.read();
            if (first >= 0 && first != BYTE_ORDER_MARK) {
                reader.unread(first);
            }
            return reader;
        } catch (IOException e) {
            reader.close();
            throw e;
        }
    }

    /** Shows all characters to a visitor; false where the text is in another encoding. */
    boolean visit(Visitor visitor) throws IOException {
        char[] buffer = new char[1 << 13];
        try (var reader = open()) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    visitor.visit(buffer[i]);
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Looks at one character after the other. */
    interface Visitor {
        void visit(char c);
    }

    /** The first characters of the text. */
    String beginning(int length) throws IOException {
        try (var reader = open()) {
            var text = new StringBuilder();
            for (int c = reader.read(); c >= 0 && text.length() < length; c = reader.read()) {
                text.append((char) c);
            }
            return text.toString();
        }
    }

    /** What characters a text has in one encoding. */
    static final class CharacterCount implements Visitor {
        private static final int ASCII = 0x80;

        private boolean hasOther;
        private boolean hasWide;
        private boolean hasPrivateUse;
        private boolean isChinese = true;

        private char last;
        private int runs;
        private int runsInWords;
        private boolean isRunInWord;
        private boolean isLatin = true;

        /** Counts the characters of a text; null where it is in another encoding. */
        static @Nullable CharacterCount find(CsvText text) throws IOException {
            var count = new CharacterCount();
            return text.visit(count) ? count : null;
        }

        @Override
        public void visit(char c) {
            if (c == 0) {
                throw UnreadableSheetException.file(FaultCode.NOT_A_SPREADSHEET);
            }
            if (c >= ASCII) {
                other(c);
            } else if (last >= ASCII && isAsciiLetter(c)) {
                inWord();
            }
            last = c;
        }

        private void other(char c) {
            hasOther = true;
            hasWide |= isHardlyByChance(c);
            hasPrivateUse |= Character.getType(c) == Character.PRIVATE_USE;
            isChinese &= isOfChinese(c);
            isLatin = isLatin && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
            if (last < ASCII) {
                runs++;
                isRunInWord = false;
                if (isAsciiLetter(last)) {
                    inWord();
                }
            }
        }

        private void inWord() {
            if (!isRunInWord) {
                isRunInWord = true;
                runsInWords++;
            }
        }

        private static boolean isAsciiLetter(char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }

        /** Characters of Chinese texts: those of words, and their punctuation of full width. */
        private static boolean isOfChinese(char c) {
            return Character.isIdeographic(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFFEF);
        }

        /** Read as UTF-8: of Chinese and Japanese texts, a sign of any, or a character beyond the first 65,536. */
        private static boolean isHardlyByChance(char c) {
            return isOfChinese(c)
                    || (c >= 0x3040 && c <= 0x30FF)
                    || (c >= 0x2000 && c <= 0x2BFF)
                    || Character.isSurrogate(c);
        }

        /** Read as GB18030, it makes sense as Chinese as a whole. */
        boolean isNothingButChinese() {
            return hasOther && isChinese;
        }

        /**
         * Read as UTF-8, it makes sense: it has nothing but ASCII, or characters that by chance hardly ever arise, or
         * accents in words of Latin letters. Texts of a few words in GBK may be UTF-8 by chance, but then have none of
         * these.
         */
        boolean isSurelyUtf8() {
            return !hasOther || hasWide || (isLatin && 2 * runsInWords >= runs);
        }

        boolean hasPrivateUse() {
            return hasPrivateUse;
        }
    }
}
