package org.muster.rest.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Says in the API's description which fields every answer has and which of them may be null, as the records say that are
 * answered: a field is there unless it is left out when it is null, and null only where {@code @Nullable} stands.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class FieldsInDescription implements OASFilter {

    private static final DotName NULLABLE = DotName.createSimple(Nullable.class),
            INCLUDE = DotName.createSimple(JsonInclude.class);

    private final IndexView index;

    /** Made by the framework, which knows all classes by then. */
    public FieldsInDescription(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI description) {
        var components = description.getComponents();
        if (components != null && components.getSchemas() != null) {
            components.getSchemas().forEach(this::describe);
        }
    }

    /** What clients send stands in openapi.yaml and is closed: nothing is added to it here. */
    private void describe(String name, Schema schema) {
        if (schema.getProperties() == null || isClosed(schema)) {
            return;
        }
        var meant = index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .filter(record -> isMeant(record, name, schema))
                .map(FieldsInDescription::fieldsOf)
                .distinct()
                .toList();
        if (meant.size() > 1) {
            throw new IllegalStateException(
                    "Several records have the name (%s) and the same fields, but not all may be null in each. Maybe give one of them another name."
                            .formatted(name));
        }
        meant.forEach(fields -> describe(schema, fields));
    }

    private static boolean isClosed(Schema schema) {
        var others = schema.getAdditionalPropertiesSchema();
        return others != null && Boolean.FALSE.equals(others.getBooleanSchema());
    }

    /** The framework numbers records of one name. */
    private static boolean isMeant(ClassInfo record, String name, Schema schema) {
        var fields = record.recordComponents().stream()
                .map(RecordComponentInfo::name)
                .collect(Collectors.toSet());
        return name.replaceFirst("\\d+$", "")
                        .equals(record.name().withoutPackagePrefix().replaceFirst(".*\\$", ""))
                && fields.equals(schema.getProperties().keySet());
    }

    /**
     * The fields of a record.
     *
     * @param always those that every answer has
     * @param nullable those of them that may be null
     */
    private record Fields(List<String> always, Set<String> nullable) {}

    private static Fields fieldsOf(ClassInfo record) {
        boolean leavesOut = isLeftOut(record.declaredAnnotation(INCLUDE));
        var always = record.recordComponents().stream()
                .filter(each -> !isNullable(each) || !(leavesOut || isLeftOut(includeOf(record, each))))
                .toList();
        return new Fields(
                always.stream().map(RecordComponentInfo::name).toList(),
                always.stream()
                        .filter(FieldsInDescription::isNullable)
                        .map(RecordComponentInfo::name)
                        .collect(Collectors.toSet()));
    }

    /** No record component can have this annotation: the compiler hands it on to the field. */
    private static @Nullable AnnotationInstance includeOf(ClassInfo record, RecordComponentInfo component) {
        return record.field(component.name()).annotation(INCLUDE);
    }

    private static boolean isNullable(RecordComponentInfo component) {
        return component.type().hasAnnotation(NULLABLE);
    }

    private static boolean isLeftOut(@Nullable AnnotationInstance include) {
        return include != null
                && include.value() != null
                && include.value().asEnum().equals(JsonInclude.Include.NON_NULL.name());
    }

    private static void describe(Schema schema, Fields fields) {
        schema.setRequired(fields.always());
        Map.copyOf(schema.getProperties()).forEach((name, field) -> {
            if (fields.nullable().contains(name)) {
                schema.addProperty(name, orNull(field));
            }
        });
    }

    private static Schema orNull(Schema field) {
        if (field.getRef() == null && field.getType() != null) {
            var types = new ArrayList<>(field.getType());
            types.add(SchemaType.NULL);
            field.setType(types);
            return field;
        }
        var nothing = OASFactory.createSchema().type(List.of(SchemaType.NULL));
        return OASFactory.createSchema().anyOf(List.of(field, nothing));
    }
}
