/**
 * Demo districts: seeded problems of real size, with real names of places and made-up people, units and positions.
 */
@NullMarked
package org.muster.demo;

import org.jspecify.annotations.NullMarked;
