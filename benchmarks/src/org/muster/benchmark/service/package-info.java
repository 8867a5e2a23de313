/** Measures the service as a whole: real processes that share a database, asked over HTTP. */
@NullMarked
package org.muster.benchmark.service;

import org.jspecify.annotations.NullMarked;
