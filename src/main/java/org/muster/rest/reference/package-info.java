/** What does not depend on any district: rules, limits, demo problems, settings of the page. */
@NullMarked
package org.muster.rest.reference;

import org.jspecify.annotations.NullMarked;
