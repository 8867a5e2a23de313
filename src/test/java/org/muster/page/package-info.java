/**
 * The planner's page of the packaged service in a real Chromium, by what a planner sees: roles, labels and words. Pictures
 * of what was seen are in {@code target/screenshots}.
 */
@NullMarked
package org.muster.page;

import org.jspecify.annotations.NullMarked;
