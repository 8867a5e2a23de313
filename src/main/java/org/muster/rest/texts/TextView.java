package org.muster.rest.texts;

/** A text in both languages of the product. */
public record TextView(String zh, String en) {}
