package org.muster.planning.model;

/**
 * A site and a window: the cadres who serve there and then are a team.
 *
 * @param site its number
 * @param window its number
 */
public record SiteWindow(int site, int window) {}
