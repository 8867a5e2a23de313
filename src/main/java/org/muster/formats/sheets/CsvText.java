package org.muster.formats.sheets;

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
import java.util.List;
import org.muster.problem.FaultCode;

/**
 * The text of a file, in whichever of the encodings of people's spreadsheets it is: UTF-8, UTF-16 behind a byte order
 * mark, GB18030 and so GBK and GB2312 too.
 */
record CsvText(Path file, Charset charset) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * Finds out how a file is encoded. UTF-8 comes first, as hardly any other text is by chance UTF-8 too.
     *
     * @throws UnreadableSheetException when it is no text
     */
    static CsvText of(Path file) throws IOException {
        for (var charset : candidates(file)) {
            var text = new CsvText(file, charset);
            if (text.isDecodable()) {
                return text;
            }
        }
        throw UnreadableSheetException.file(FaultCode.UNDECODABLE_TEXT);
    }

    private static List<Charset> candidates(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(2);
        }
        int mark = head.length < 2 ? 0 : (head[0] & 0xFF) << 8 | (head[1] & 0xFF);
        return mark == 0xFEFF || mark == 0xFFFE
                ? List.of(StandardCharsets.UTF_16)
                : List.of(StandardCharsets.UTF_8, GB18030);
    }

    private boolean isDecodable() throws IOException {
        char[] buffer = new char[1 << 13];
        try (var reader = open()) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == 0) {
                        throw UnreadableSheetException.file(FaultCode.NOT_A_SPREADSHEET);
                    }
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
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
}
