package org.muster.demo;

import org.muster.problem.Location;

/**
 * The figures from which a district is generated.
 *
 * @param id as in {@link BeijingNames}
 * @param nameZh the district's name in front of its units' names
 * @param box where the district roughly lies
 * @param cadres people who can be assigned
 * @param units work units
 * @param sites how many sites of which size
 * @param seats sum of the maxima of one round's demands
 * @param staffing how unit staff and ceilings relate to the cadres
 */
record DistrictProfile(
        String id, String nameZh, Box box, int cadres, int units, SiteCounts sites, int seats, Staffing staffing) {

    /** Whether people serve fourteen hours a day: in Dongcheng's six rounds in a row, as they did. */
    boolean hasLongDays(Days days) {
        return id.equals("dongcheng") && days.count() == DemoDistrict.MOST_ROUNDS;
    }

    /** The corners of a district, in degrees; approximate. */
    record Box(double south, double north, double west, double east) {

        /** The nearest point inside, its degrees rounded to a tenth of a metre. */
        Location inside(double lat, double lon) {
            return new Location(rounded(Math.clamp(lat, south, north)), rounded(Math.clamp(lon, west, east)));
        }

        private static double rounded(double degrees) {
            return Math.round(degrees * 1e6) / 1e6;
        }
    }

    /** How many sites there are of each size. */
    record SiteCounts(int large, int medium, int small, int sealed, int errandBases, int reserves) {
        int of(SiteSize size) {
            return switch (size) {
                case LARGE -> large;
                case MEDIUM -> medium;
                case SMALL -> small;
                case SEALED -> sealed;
                case ERRAND_BASE -> errandBases;
                case RESERVE -> reserves;
            };
        }

        int total() {
            return large + medium + small + sealed + errandBases + reserves;
        }

        int demands() {
            int demands = 0;
            for (var size : SiteSize.values()) {
                demands += of(size) * size.needs().size();
            }
            return demands;
        }
    }

    /**
     * How many people a unit employs for each cadre of the problem, and how many of them may be away.
     *
     * @param leastStaff staff for each cadre, 1 or more
     * @param mostStaff staff for each cadre
     * @param leastCeiling lowest ceiling, in percent of the staff
     * @param mostCeiling highest ceiling, in percent of the staff
     */
    record Staffing(double leastStaff, double mostStaff, int leastCeiling, int mostCeiling) {

        /** Part of each unit is listed, half to four fifths of it may be away. */
        static final Staffing PARTLY_LISTED = new Staffing(1.2, 1.6, 50, 80);

        /** All of each unit is listed, as in Haidian, whose 66.1 % deployed ask for higher ceilings. */
        static final Staffing FULLY_LISTED = new Staffing(1, 1, 65, 85);
    }
}
