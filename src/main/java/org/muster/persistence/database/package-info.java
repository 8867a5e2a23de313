/** What stores need of the database: its clock, its health, its collations, JSON in columns. */
@NullMarked
package org.muster.persistence.database;

import org.jspecify.annotations.NullMarked;
