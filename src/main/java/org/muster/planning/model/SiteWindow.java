package org.muster.planning.model;

/**
 * Everyone who serves at one site in one window.
 *
 * @param site its number
 * @param window its number
 */
public record SiteWindow(int site, int window) {}
