/** The PostgreSQL that comes with the service and is used where no other is configured. */
@NullMarked
package org.muster.persistence.embedded;

import org.jspecify.annotations.NullMarked;
