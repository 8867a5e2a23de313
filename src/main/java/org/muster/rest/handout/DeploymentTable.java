package org.muster.rest.handout;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which of the figures a table has a line for. */
public enum DeploymentTable {
    @JsonProperty("units")
    UNITS,
    @JsonProperty("cadres")
    CADRES
}
