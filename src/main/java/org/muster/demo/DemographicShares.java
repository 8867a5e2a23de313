package org.muster.demo;

import java.util.List;

/**
 * What the people and units of a demo district are like. Here and nowhere else.
 *
 * <p>Published figures fix how many cadres, units, subdistricts and seats a district has ({@link DemoDistricts}). No
 * source is known for the shares below: they are assumptions, chosen to be plausible for public employees of 22 to 59
 * years and so that every rule of the planning model has something to do. Shares are of all cadres of a district unless
 * it is said otherwise, and a generated district is near them, not on them.
 */
final class DemographicShares {
    private DemographicShares() {}

    /** Cadres employed by health units: the health commission, disease control, health centres. */
    static final double IN_HEALTH_UNITS = 0.14;

    /** Units that are health units. */
    static final double HEALTH_UNITS = 0.12;

    /** Other units whose people are of city level, sent down to the district. */
    static final double CITY_UNITS = 0.10;

    /** Of the people of health units: nurses, doctors. */
    static final double NURSES_IN_HEALTH_UNITS = 0.50, DOCTORS_IN_HEALTH_UNITS = 0.30;

    /**
     * Of the people of other units, those from 30 years on: nurses once, whose registration has lapsed. Haidian's registrar, an army nurse until
     * 2010, is the model.
     */
    static final double EX_NURSES_ELSEWHERE = 0.06;

    /** Of the nurses: the registration lapses in the days of the rounds. */
    static final double NURSES_LAPSING = 0.02;

    /** Cadres who may drive the district's cars. */
    static final double DRIVERS = 0.25;

    /** Cadres trained in disinfection. */
    static final double TRAINED_IN_DISINFECTION = 0.10;

    /** Of the experienced cadres: trained as supervisors. */
    static final double SUPERVISORS_OF_EXPERIENCED = 0.25;

    /** By earlier rounds served: none, one, two, three; the others four. So 40 % are experienced. */
    static final List<Double> BY_ROUNDS_SERVED = List.of(0.35, 0.25, 0.20, 0.12);

    /** Of earlier rounds: the cadre stayed for the second window too, and so served twice the minutes. */
    static final double SERVED_BOTH_WINDOWS = 0.05;

    /** Of those who served: it is known where they served last. */
    static final double LAST_SITE_KNOWN = 0.90;

    /** Cadres with a leave that starts in the four days before the first round or within the rounds. */
    static final double ON_LEAVE = 0.06;

    /** Cadres with an evening class once a week, 18:00 to 21:00. */
    static final double EVENING_CLASS = 0.03;

    /** Cadres who would rather serve early; rather not early; rather not late. */
    static final double DESIRE_EARLY = 0.08, AVOID_EARLY = 0.05, AVOID_LATE = 0.06;

    /** Cadres to be spared heat (protective suits), lifting, and nights. */
    static final double AVOID_HEAT = 0.04, AVOID_LIFTING = 0.05, AVOID_NIGHT = 0.08;

    /** Of the cadres who are spared something: gentler duty rules; of the others: the same. */
    static final double CARE_IF_SPARED = 0.40, CARE_OTHERWISE = 0.02;

    /** Cadres whose birth date is not known. */
    static final double BIRTH_DATE_UNKNOWN = 0.03;

    /** Cadres who retire from the first round to {@link #RETIREMENT_DAYS} days later. One does on the first day itself. */
    static final double RETIRING = 0.004;

    /** See {@link #RETIRING}. */
    static final int RETIREMENT_DAYS = 14;

    /** Units whose ceiling is a share of their staff; whose ceiling is in people; the others have none. */
    static final double CEILING_AS_SHARE = 0.75, CEILING_IN_PEOPLE = 0.15;

    /** Units that are paired with no subdistrict in particular. */
    static final double UNPAIRED_UNITS = 0.10;

    /** Cadres who live in a sealed compound of an ordinary district, for each such compound. */
    static final int CONFINED_PER_COMPOUND = 24;

    /** Of the demands of guides and registrars for three or more: the last head is not required. */
    static final double FLEXIBLE_DEMANDS = 0.30;

    /** Of the flexible demands: the last head is wanted, though not required; of the others it is merely possible. */
    static final double LAST_HEAD_WANTED = 0.50;
}
