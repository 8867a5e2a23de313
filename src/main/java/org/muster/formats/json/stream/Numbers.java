package org.muster.formats.json.stream;

import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muster.problem.ItemValues;
import org.muster.problem.QuotedValue;
import org.muster.problem.faults.FaultCode;
import org.muster.problem.faults.WholeNumbers;

/** Values that are numbers or truth values. Whole numbers have neither a point nor an exponent. */
public final class Numbers {

    public static final Value<Boolean> BOOLEAN = new Value<>(false, Numbers::readBoolean);

    /** A share from 0 to 1, exactly as it was written. */
    public static final Value<BigDecimal> SHARE = new Value<>(BigDecimal.ZERO, Numbers::readShare);

    private Numbers() {}

    /** A whole number of a range. */
    public static Value<Integer> integer(WholeNumbers range) {
        return integer(range.min(), range.max());
    }

    /** A whole number, {@code min} to {@code max}. */
    public static Value<Integer> integer(int min, int max) {
        return new Value<>(min, in -> {
            Long value = readLong(in, min, max);
            return value == null ? null : Math.toIntExact(value);
        });
    }

    /** A whole number, {@code min} to {@code max}. */
    public static Value<Long> longInteger(long min, long max) {
        return new Value<>(min, in -> readLong(in, min, max));
    }

    /** A number, {@code min} to {@code max}. */
    public static Value<Double> decimal(double min, double max, QuotedValue quotedValue) {
        return new Value<>(min, in -> {
            if (!isNumber(in)) {
                return null;
            }
            double value = in.number().getDoubleValue();
            if (!(value >= min && value <= max)) {
                in.fault(FaultCode.OUT_OF_RANGE, range(quotedValue.of(in.text()), plain(min), plain(max)));
                return null;
            }
            return value;
        });
    }

    private static @Nullable Long readLong(JsonInput in, long min, long max) throws IOException {
        if (!in.isAt(JsonToken.VALUE_NUMBER_INT)) {
            in.wrongType("integer");
            return null;
        }
        // In a tree, small numbers can have the type of large ones.
        boolean fits = in.number().getNumberType() != NumberType.BIG_INTEGER
                || in.number().getBigIntegerValue().bitLength() < Long.SIZE;
        if (!fits || in.number().getLongValue() < min || in.number().getLongValue() > max) {
            in.fault(FaultCode.OUT_OF_RANGE, range(in.text(), Long.toString(min), Long.toString(max)));
            return null;
        }
        return in.number().getLongValue();
    }

    private static @Nullable BigDecimal readShare(JsonInput in) throws IOException {
        if (!isNumber(in)) {
            return null;
        }
        var share = in.number().getDecimalValue();
        if (!in.isSound(ItemValues.faultOfShare(share, in.text()))) {
            return null;
        }
        return share.signum() == 0 && share.scale() < 0 ? BigDecimal.ZERO : share;
    }

    private static boolean isNumber(JsonInput in) throws IOException {
        if (in.isAt(JsonToken.VALUE_NUMBER_INT) || in.isAt(JsonToken.VALUE_NUMBER_FLOAT)) {
            return true;
        }
        in.wrongType("decimal");
        return false;
    }

    private static @Nullable Boolean readBoolean(JsonInput in) throws IOException {
        if (in.isAt(JsonToken.VALUE_TRUE) || in.isAt(JsonToken.VALUE_FALSE)) {
            return in.isAt(JsonToken.VALUE_TRUE);
        }
        in.wrongType("boolean");
        return null;
    }

    /** Whether the lower one of two fields is not above the upper one; where it is, that is reported. */
    public static boolean isInOrder(JsonInput in, Values values, Field<Integer> lower, Field<Integer> upper) {
        if (!values.has(lower) || !values.has(upper) || values.get(lower) <= values.get(upper)) {
            return true;
        }
        in.fault(
                lower.name(),
                FaultCode.REVERSED_ORDER,
                order(
                        lower.name(),
                        values.get(lower).toString(),
                        upper.name(),
                        values.get(upper).toString()));
        return false;
    }

    /** The params of two values that are not in order. */
    static Map<String, String> order(String lower, String lowerValue, String upper, String upperValue) {
        return Map.of("lower", lower, "lowerValue", lowerValue, "upper", upper, "upperValue", upperValue);
    }

    /** The params of a value that lies outside its range. */
    public static Map<String, String> range(String value, String min, String max) {
        return Map.of("value", value, "min", min, "max", max);
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
