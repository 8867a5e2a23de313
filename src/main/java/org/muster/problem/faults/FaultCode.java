package org.muster.problem.faults;

import java.util.Locale;

/** What can be wrong with an input. The texts are in {@code faults*.properties}, by {@link #id()}. */
public enum FaultCode {
    /** The field is required. */
    MISSING,
    /** No such field is known here; {@code field}. */
    UNKNOWN_FIELD,
    /** The value has another JSON type; {@code expected}, {@code found}. */
    WRONG_TYPE,
    /** The number, length or date lies outside the range; {@code value}, {@code min}, {@code max}. */
    OUT_OF_RANGE,
    /** The text is not one of those allowed; {@code value}, {@code allowed}. */
    NOT_ALLOWED,
    /** The text is not a date, time, duration or zone as asked for; {@code value}, {@code expected}. */
    MALFORMED,
    /** An identifier has characters that are not allowed, or is too long; {@code value}. */
    BAD_IDENTIFIER,
    /** A text has control characters or half a character; nothing is echoed. */
    BAD_TEXT,
    /** The identifier occurs twice in its list; {@code id}, {@code first} (pointer of the first). */
    DUPLICATE_ID,
    /** The same assignment, or the same value of a set, occurs twice; {@code value}, {@code first}. */
    DUPLICATE,
    /** Two parts of a request define the same item differently; {@code value}, {@code first}. */
    CONTRADICTION,
    /** Nothing with this identifier exists; {@code id}, {@code list}. */
    UNKNOWN_REFERENCE,
    /** An end does not come after its start; {@code start}, {@code end}. */
    REVERSED_INTERVAL,
    /** The clock is put forward over this local time; {@code value}, {@code timeZone}, {@code from}, {@code to}. */
    SKIPPED_TIME,
    /** Two values contradict each other; {@code lower}, {@code lowerValue}, {@code upper}, {@code upperValue}. */
    REVERSED_ORDER,
    /** Only one of two fields may be given; {@code first}, {@code second}. */
    EXCLUSIVE,
    /** A window starts outside the horizon; {@code date}, {@code from}, {@code to}. */
    OUTSIDE_HORIZON,
    /** A list or a sum is larger than accepted; {@code limit}. */
    TOO_MANY,
    /** A sheet that is to replace a list has no rows; the list would be empty. */
    NO_ROWS,
    /** A round to plan has no shift windows; {@code round}. */
    MISSING_WINDOWS,
    /** A pinned assignment breaks a rule, alone or with other pinned ones; {@code rule}, {@code cadre}, {@code demand}. */
    PINNED_BREAKS_RULE,
    /** The cadre is assigned to the demand already; {@code cadre}, {@code demand}. */
    ALREADY_ASSIGNED,
    /** The cadre to be removed from a demand, or pinned to it, is not assigned to it; {@code cadre}, {@code demand}. */
    NOT_ASSIGNED,
    /** The file is neither a text with separators nor a workbook. */
    NOT_A_SPREADSHEET,
    /** The file is a workbook of the old kind, or one with a password. */
    LEGACY_SPREADSHEET,
    /** The workbook is broken, or has something in it that no workbook needs. */
    DAMAGED_SPREADSHEET,
    /** The bytes of the text are in none of the encodings that are known. */
    UNDECODABLE_TEXT,
    /** The file is, or unpacks to, more bytes than accepted; {@code limit}. */
    TOO_LARGE,
    /** A quotation mark is not closed, or something follows it that is no separator. */
    BROKEN_QUOTES,
    /** No row has the names of the columns; {@code expected}. */
    NO_HEADER_ROW,
    /** A column that is required is missing; {@code field}. */
    MISSING_COLUMN,
    /** An item is new, and the sheet does not have all columns that it needs; {@code id}, {@code fields}. */
    NEW_ITEM_NEEDS_COLUMNS,
    /** An item would be removed that is in a sheet which was not read; {@code id}, {@code sheet}. */
    SHEET_NOT_READ,
    /** Cells with identifiers are merged over several rows; {@code range}. */
    MERGED_IDENTIFIER,
    /** Cells are merged over several columns of a list; {@code range}. */
    MERGED_COLUMNS,
    /** A spreadsheet has made a number of an identifier, and kept only a part of it; {@code value}. */
    IDENTIFIER_AS_NUMBER,
    /** A spreadsheet has made a date of an identifier; {@code value}. */
    IDENTIFIER_AS_DATE,
    /** The row holds sums and no item; {@code value}. */
    TOTAL_ROW,
    /** A column without a name has content. */
    COLUMN_WITHOUT_NAME,
    /** The cell holds the error value of a formula; {@code value}. */
    CELL_ERROR,
    /** The cell holds a formula that was stored without its value. */
    FORMULA_WITHOUT_VALUE,
    /** No address is known of the host; {@code host}. */
    UNKNOWN_HOST,
    /** The host is at an address that is not to be called, such as a private one; {@code host}. */
    FORBIDDEN_TARGET;

    /** The code in the API: lower case with hyphens. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
