package org.muster.formats.json.items;

import java.io.IOException;
import java.util.Set;
import org.muster.formats.json.stream.Field;
import org.muster.formats.json.stream.JsonInput;
import org.muster.formats.json.stream.Numbers;
import org.muster.formats.json.stream.Shape;
import org.muster.formats.json.stream.TextValues;
import org.muster.problem.Post;
import org.muster.problem.Skill;
import org.muster.problem.faults.WholeNumbers;

/** Reads posts and skills. */
public final class PostReader {

    private final Posts posts = new Posts();
    private final Skills skills = new Skills();

    public Post post(JsonInput in) throws IOException {
        return posts.read(in);
    }

    public Skill skill(JsonInput in) throws IOException {
        return skills.read(in);
    }

    private static final class Posts {
        private final Shape shape = new Shape();
        private final Field<String> id = shape.required("id", TextValues.IDENTIFIER);
        private final Field<String> name = shape.optional("name", TextValues.NAME);
        private final Field<Set<String>> skillsAnyOf = shape.optional("skillsAnyOf", TextValues.IDENTIFIERS);
        private final Field<Set<String>> skillsAllOf = shape.optional("skillsAllOf", TextValues.IDENTIFIERS);
        private final Field<Set<String>> tags = shape.optional("tags", TextValues.IDENTIFIERS);
        private final Field<Integer> minAge = shape.optional("minAge", Numbers.integer(WholeNumbers.AGES));
        private final Field<Integer> maxAge = shape.optional("maxAge", Numbers.integer(WholeNumbers.AGES));

        Post read(JsonInput in) throws IOException {
            var values = in.object(shape);
            boolean isInOrder = Numbers.isInOrder(in, values, minAge, maxAge);
            return new Post(
                    values.get(id),
                    values.nameOr(name, id),
                    values.get(skillsAnyOf),
                    values.get(skillsAllOf),
                    values.get(tags),
                    isInOrder ? values.find(minAge) : null,
                    isInOrder ? values.find(maxAge) : null);
        }
    }

    private static final class Skills {
        private final Shape shape = new Shape();
        private final Field<String> id = shape.required("id", TextValues.IDENTIFIER);
        private final Field<String> name = shape.optional("name", TextValues.NAME);
        private final Field<Boolean> scarce = shape.optional("scarce", Numbers.BOOLEAN, false);

        Skill read(JsonInput in) throws IOException {
            var values = in.object(shape);
            return new Skill(values.get(id), values.nameOr(name, id), values.get(scarce));
        }
    }
}
