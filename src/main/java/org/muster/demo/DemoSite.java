package org.muster.demo;

import org.muster.problem.Community;
import org.muster.problem.Site;

/** A site, what it needs, and the community it lies in. */
record DemoSite(Site site, SiteSize size, Community community) {}
