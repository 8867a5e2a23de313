package org.muster.demo;

import java.util.List;

/** Names of people who do not exist: a common surname and one or two characters that are common in given names. */
final class PersonNames {
    private static final List<String> SURNAMES = List.of(
            "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林", "何", "郭", "马", "罗", "梁",
            "宋", "郑", "谢", "韩", "唐", "冯", "于", "董", "萧", "程", "曹", "袁", "邓", "许", "傅", "沈", "曾", "彭", "吕", "苏", "卢",
            "蒋", "蔡", "贾", "丁", "魏", "薛", "叶", "阎", "欧阳");

    private static final List<String> GIVEN = List.of(
            "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "霞", "平", "刚", "桂",
            "文", "辉", "玲", "建", "国", "华", "红", "春", "梅", "海", "燕", "晨", "宇", "欣", "怡", "雪", "鹏", "飞", "博", "志", "佳",
            "慧", "琳", "思", "雨", "子", "浩", "轩", "新", "立", "永", "秀", "云", "莉", "晓", "东", "亮", "楠", "倩");

    private PersonNames() {}

    static String any(SeededRandom seededRandom) {
        var first = seededRandom.pick(GIVEN);
        return seededRandom.pick(SURNAMES) + (seededRandom.chance(0.25) ? first : first + seededRandom.pick(GIVEN));
    }
}
