package org.muster.formats.sheets.xlsx;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The texts that cells of a workbook share. They are read as far as a cell has asked for them. */
final class SharedTexts implements Closeable {

    private final @Nullable InputStream in;
    private final @Nullable XMLStreamReader xml;
    private final List<String> texts = new ArrayList<>();

    private SharedTexts(@Nullable InputStream in, @Nullable XMLStreamReader xml) {
        this.in = in;
        this.xml = xml;
    }

    static SharedTexts of(XlsxParts parts) throws IOException, XMLStreamException {
        var in = parts.find(parts.sharedTexts());
        return new SharedTexts(in, in == null ? null : XmlPartScan.reader(in));
    }

    /**
     * A text by its number.
     *
     * @throws IllegalArgumentException when there is none
     */
    String get(int number) throws XMLStreamException {
        while (xml != null && texts.size() <= number && XlsxXml.toElement(xml)) {
            if (xml.getLocalName().equals("si")) {
                texts.add(XlsxXml.richText(xml));
            }
        }
        if (number >= texts.size()) {
            throw new IllegalArgumentException("There is no shared text with the number %d.".formatted(number));
        }
        return texts.get(number);
    }

    @Override
    public void close() throws IOException {
        if (in != null) {
            in.close();
        }
    }
}
