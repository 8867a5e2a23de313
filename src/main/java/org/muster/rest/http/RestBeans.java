package org.muster.rest.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.muster.problem.faults.Limits;

/** What the resources share. */
final class RestBeans {

    private RestBeans() {}

    @Produces
    @Singleton
    static Limits limits() {
        return Limits.DEFAULT;
    }

    /** Times are written as ISO 8601 texts, and stay in the zone they were given in. */
    @Produces
    @Singleton
    static ObjectMapperCustomizer isoTimes() {
        return RestBeans::writeIsoTimes;
    }

    private static void writeIsoTimes(ObjectMapper mapper) {
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
        mapper.disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
    }
}
