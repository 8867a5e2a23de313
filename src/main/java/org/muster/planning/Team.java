package org.muster.planning;

/**
 * Everyone who serves at one site in one window.
 *
 * @param site its number
 * @param window its number
 */
public record Team(int site, int window) {}
