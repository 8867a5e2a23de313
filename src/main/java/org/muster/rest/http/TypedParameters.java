package org.muster.rest.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.muster.district.DistrictList;

/**
 * Reads parameters by the types that resources declare for them, within the bounds that their annotations give, which
 * are those of the API's description. The framework's own conversion would answer 404 to a misspelt parameter.
 */
@Provider
public final class TypedParameters implements ParamConverterProvider {

    private static final String UNKNOWN_PLAN = "not-found.plan";

    /** The framework asks once for each parameter of each resource. */
    @Override
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> type, Type genericType, Annotation @Nullable [] annotations) {
        var declared = new Declared(annotations == null ? List.of() : List.of(annotations));
        var name = declared.name();
        var read = name.isEmpty() ? null : reading(type, name.get(), declared);
        return read == null ? null : new Converter<>(text -> cast(read.apply(text)));
    }

    /** The framework has primitive parameters too, and casts by itself. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T cast(Object value) {
        return (T) value;
    }

    private static @Nullable Function<String, Object> reading(Class<?> type, String name, Declared declared) {
        if (type == int.class || type == Integer.class) {
            long least = declared.least(Integer.MIN_VALUE), most = declared.most(Integer.MAX_VALUE);
            return text -> (int) Parameters.number(name, text, least, most);
        }
        if (type == long.class || type == Long.class) {
            long least = declared.least(Long.MIN_VALUE), most = declared.most(Long.MAX_VALUE);
            return text -> Parameters.number(name, text, least, most);
        }
        if (type == boolean.class || type == Boolean.class) {
            return text -> Parameters.truth(name, text);
        }
        if (type == LocalDate.class) {
            return text -> Parameters.date(name, text);
        }
        if (type == Duration.class) {
            var most = declared.longest();
            return text -> Parameters.duration(name, text, most);
        }
        if (type == UUID.class) {
            var unknown = declared.unknown();
            return text -> Parameters.id(text, unknown);
        }
        if (type == Locale.class) {
            return text -> Parameters.language(name, text);
        }
        if (type == DistrictList.class) {
            return Parameters::list;
        }
        if (type == Cursor.class) {
            return Cursor::new;
        }
        if (type.isEnum()) {
            var values = valuesOf(type);
            return text -> Parameters.oneOf(name, text, values);
        }
        return null;
    }

    /** The constants of an enum by the texts that they have in JSON, in their order. */
    private static Map<String, Object> valuesOf(Class<?> type) {
        var values = new LinkedHashMap<String, Object>();
        for (var constant : type.getEnumConstants()) {
            values.put(textOf(type, ((Enum<?>) constant).name()), constant);
        }
        return values;
    }

    private static String textOf(Class<?> type, String constant) {
        try {
            var property = type.getField(constant).getAnnotation(JsonProperty.class);
            return property == null ? constant : property.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("The enum (%s) has no (%s).".formatted(type, constant), e);
        }
    }

    /** What a resource says of a parameter. */
    private record Declared(List<Annotation> annotations) {

        <A extends Annotation> Optional<A> find(Class<A> type) {
            return annotations.stream().filter(type::isInstance).map(type::cast).findFirst();
        }

        /** Its name in requests; empty where it is something else than a parameter of ours. */
        Optional<String> name() {
            return find(QueryParam.class)
                    .map(QueryParam::value)
                    .or(() -> find(HeaderParam.class).map(HeaderParam::value))
                    .or(() -> find(PathParam.class).map(PathParam::value));
        }

        long least(long otherwise) {
            return find(Schema.class)
                    .map(Schema::minimum)
                    .filter(text -> !text.isEmpty())
                    .map(Long::valueOf)
                    .orElse(otherwise);
        }

        long most(long otherwise) {
            return find(Schema.class)
                    .map(Schema::maximum)
                    .filter(text -> !text.isEmpty())
                    .map(Long::valueOf)
                    .orElse(otherwise);
        }

        Duration longest() {
            return find(Longest.class)
                    .map(longest -> Duration.parse(longest.value()))
                    .orElseThrow(() -> new IllegalStateException(
                            "A parameter (%s) is a duration without @Longest.".formatted(annotations)));
        }

        String unknown() {
            return find(Unknown.class).map(Unknown::value).orElse(UNKNOWN_PLAN);
        }
    }

    private record Converter<T>(Function<String, T> read) implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            return read.apply(text);
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
