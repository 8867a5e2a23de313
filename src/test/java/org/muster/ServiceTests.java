package org.muster;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * All tests that ask a running service, one after the other in one process: the service is started once for each set of
 * settings, and not once for each class.
 */
@Suite
@SelectPackages({"org.muster.rest", "org.muster.registry", "org.muster.persistence", "org.muster.tasks"})
@IncludeClassNamePatterns(".*Test")
class ServiceTests {}
