package org.muster.demo;

import java.util.ArrayList;
import java.util.List;

/** Names of work units as a district of Beijing has them. Which unit is how large, and who works there, is made up. */
final class UnitNames {
    private static final List<String> CITY_ORGANS = List.of(
            "市发展改革委", "市财政局", "市教委", "市人力社保局", "市住房城乡建设委", "市交通委", "市水务局", "市商务局", "市文化和旅游局", "市审计局", "市国资委", "市统计局");

    private static final List<String> DISTRICT_ORGANS = List.of(
            "委组织部",
            "委宣传部",
            "委统战部",
            "委政法委",
            "委办公室",
            "政府办公室",
            "人大常委会办公室",
            "政协办公室",
            "纪委区监委",
            "财政局",
            "教委",
            "发展改革委",
            "科信局",
            "民政局",
            "司法局",
            "人力社保局",
            "生态环境局",
            "住房城市建设委",
            "城市管理委",
            "商务局",
            "文化和旅游局",
            "退役军人局",
            "应急局",
            "市场监管局",
            "审计局",
            "国资委",
            "体育局",
            "统计局",
            "医保局",
            "信访办",
            "园林绿化局",
            "国防动员办",
            "城管执法局",
            "税务局",
            "总工会",
            "妇联",
            "科协",
            "工商联",
            "残联",
            "红十字会",
            "文联",
            "档案馆",
            "融媒体中心",
            "图书馆",
            "文化馆",
            "政务服务局",
            "法院",
            "检察院");

    private static final List<String> SERVICES = List.of("第%d小学", "第%d中学", "第%d幼儿园", "房屋管理服务中心%d分中心", "环卫中心%d队");

    private final String district;

    /** @param district the name in front, such as 东城区 */
    UnitNames(String district) {
        this.district = district;
    }

    /** Street and town offices. */
    List<String> offices(List<String> subdistricts) {
        return subdistricts.stream().map(UnitNames::office).toList();
    }

    private static String office(String subdistrict) {
        boolean isTown = subdistrict.endsWith("镇") || subdistrict.endsWith("乡");
        return subdistrict + (isTown ? "人民政府" : "办事处");
    }

    /** The place after which a subdistrict is named: 和平里 of 和平里街道. */
    static String placeOf(String subdistrict) {
        return subdistrict.replaceFirst("(街道|地区|镇|回族乡)$", "");
    }

    /** Health units: the commission, disease control, then health centres and their stations. */
    List<String> health(List<String> subdistricts, int count) {
        var names = new ArrayList<String>(List.of(district + "卫健委", district + "疾控中心", district + "妇幼保健院"));
        for (int round = 0; names.size() < count; round++) {
            for (var subdistrict : subdistricts) {
                names.add(placeOf(subdistrict) + (round == 0 ? "社区卫生服务中心" : "第%d社区卫生服务站".formatted(round)));
            }
        }
        return names.subList(0, count);
    }

    /** Organs of the city; where they do not suffice, their numbered institutions. */
    List<String> city(int count) {
        var names = new ArrayList<>(CITY_ORGANS);
        for (int number = 1; names.size() < count; number++) {
            for (var organ : CITY_ORGANS) {
                names.add("%s第%d直属单位".formatted(organ, number));
            }
        }
        return names.subList(0, count);
    }

    /** Organs of the district, then schools and services by number. */
    List<String> district(int count) {
        var names = new ArrayList<String>();
        DISTRICT_ORGANS.forEach(organ -> names.add(district + organ));
        for (int number = 1; names.size() < count; number++) {
            for (var service : SERVICES) {
                names.add(district + service.formatted(number));
            }
        }
        return names.subList(0, count);
    }
}
