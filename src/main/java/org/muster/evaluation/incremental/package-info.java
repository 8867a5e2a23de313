/**
 * The incremental evaluator: the score of a schedule, kept up to date while duties are given and taken. See {@link
 * org.muster.evaluation.incremental.ScoreKeeper}.
 */
@NullMarked
package org.muster.evaluation.incremental;

import org.jspecify.annotations.NullMarked;
