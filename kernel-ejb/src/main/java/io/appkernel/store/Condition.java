package io.appkernel.store;

import io.appkernel.entities.Attribute;
import io.appkernel.entities.EntityModel;
import io.appkernel.errors.KernelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.persistence.expressions.Expression;
import org.eclipse.persistence.expressions.ExpressionBuilder;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code where} texts: comparisons of fields and parameters with {@code = <> != < <= > >= like in between is null},
 * joined by {@code and or not} and parentheses; {@code lower upper trim length abs} may stand around a field.
 */
final class Condition {
    private static final List<String> COMPARISONS = List.of("=", "<>", "!=", "<", "<=", ">", ">=");
    private static final List<String> FUNCTIONS = List.of("lower", "upper", "trim", "length", "abs");
    private static final List<String> RESERVED = List.of("and", "or", "not", "like", "in", "between", "is", "null");

    private final EntityModel model;
    private final ExpressionBuilder builder;
    private final Tokens tokens;
    private final List<Parameter> parameters = new ArrayList<>();

    /**
     * A place for a value.
     *
     * @param attribute the field it is compared with; null where its type is not the field's own
     */
    record Parameter(@Nullable Attribute attribute) {
        /** What a caller gave, as the field would hold it. */
        @Nullable Object value(Values values, @Nullable Object given) {
            if (attribute == null || given == null) {
                return given;
            }
            Object value = values.value(attribute, given);
            return attribute.target() == null ? value : attribute.type().toData(value);
        }
    }

    private Condition(EntityModel model, ExpressionBuilder builder, String text) {
        this.model = model;
        this.builder = builder;
        this.tokens = new Tokens(text);
    }

    /** The condition as an expression; its parameters are added to the list and are named p0, p1 and so on. */
    static Expression read(String text, EntityModel model, ExpressionBuilder builder, List<Parameter> parameters) {
        Condition condition = new Condition(model, builder, text);
        condition.parameters.addAll(parameters);
        Expression expression = condition.either();
        if (!condition.tokens.isAtEnd()) {
            throw condition.tokens.refused("cannot be read from \"" + condition.tokens.peek() + "\" on");
        }
        parameters.clear();
        parameters.addAll(condition.parameters);
        return expression;
    }

    /** The path to a field of the entity. */
    static Expression path(Attribute attribute, ExpressionBuilder builder) {
        Expression at = builder;
        for (String step : attribute.name().split("\\.")) {
            at = at.get(step);
        }
        return attribute.target() == null ? at : builder.getField(key(attribute));
    }

    /** A reference is compared by its column, without the table it leads to. */
    private static DatabaseField key(Attribute attribute) {
        DatabaseField field = new DatabaseField();
        field.setName(attribute.column());
        field.setUseDelimiters(true);
        return field;
    }

    static KernelException unknown(String name, EntityModel model) {
        return new KernelException(
                io.appkernel.errors.ErrorCode.INVALID,
                "There is no field \"" + name + "\" in " + model.table().name() + "; known are " + model.knownNames()
                        + ".",
                List.of(new io.appkernel.errors.FieldError(name, "is not known")));
    }

    private Expression either() {
        Expression left = both();
        while (tokens.take("or")) {
            left = left.or(both());
        }
        return left;
    }

    private Expression both() {
        Expression left = one();
        while (tokens.take("and")) {
            left = left.and(one());
        }
        return left;
    }

    private Expression one() {
        if (tokens.take("not")) {
            return one().not();
        }
        if (tokens.take("(")) {
            Expression inner = either();
            tokens.expect(")");
            return inner;
        }
        return comparison();
    }

    private Expression comparison() {
        String first = tokens.next();
        if (first.equals("?")) {
            return parameterFirst();
        }
        Operand left = operand(first);
        List<String> taken = new ArrayList<>();
        if (tokens.takeFrom(COMPARISONS, taken)) {
            return compare(left.expression, taken.get(0), right(left));
        }
        if (tokens.take("is")) {
            boolean not = tokens.take("not");
            tokens.expect("null");
            return not ? left.expression.notNull() : left.expression.isNull();
        }
        boolean not = tokens.take("not");
        Expression found = range(left);
        return not ? found.not() : found;
    }

    private Expression range(Operand left) {
        if (tokens.take("like")) {
            return left.expression.like(right(left));
        }
        if (tokens.take("between")) {
            Expression from = right(left);
            tokens.expect("and");
            return left.expression.between(from, right(left));
        }
        if (tokens.take("in")) {
            tokens.expect("(");
            if (tokens.take(")")) {
                return left.expression.isNull().and(left.expression.notNull());
            }
            Expression any = left.expression.equal(right(left));
            while (tokens.take(",")) {
                any = any.or(left.expression.equal(right(left)));
            }
            tokens.expect(")");
            return any;
        }
        throw tokens.refused("needs one of = <> < <= > >= like in between is "
                + (tokens.isAtEnd() ? "at its end" : "before \"" + tokens.peek() + "\""));
    }

    private Expression parameterFirst() {
        List<String> taken = new ArrayList<>();
        if (!tokens.takeFrom(COMPARISONS, taken)) {
            throw tokens.refused("needs a comparison after ?");
        }
        Operand right = operand(tokens.next());
        return compare(right.expression, turned(taken.get(0)), parameter(right));
    }

    private static String turned(String comparison) {
        return switch (comparison) {
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            case ">=" -> "<=";
            default -> comparison;
        };
    }

    private static Expression compare(Expression left, String comparison, Expression right) {
        return switch (comparison) {
            case "=" -> left.equal(right);
            case "<" -> left.lessThan(right);
            case "<=" -> left.lessThanEqual(right);
            case ">" -> left.greaterThan(right);
            case ">=" -> left.greaterThanEqual(right);
            default -> left.notEqual(right);
        };
    }

    private Expression right(Operand left) {
        String word = tokens.next();
        return word.equals("?") ? parameter(left) : operand(word).expression;
    }

    private Expression parameter(Operand beside) {
        parameters.add(new Parameter(beside.attribute));
        return builder.getParameter("p" + (parameters.size() - 1));
    }

    private Operand operand(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (FUNCTIONS.contains(lower) && tokens.take("(")) {
            Operand inner = operand(tokens.next());
            tokens.expect(")");
            return applied(lower, inner);
        }
        if (!Character.isLetter(word.charAt(0)) && word.charAt(0) != '_') {
            throw tokens.refused("needs a field before \"" + word + "\"");
        }
        Attribute attribute = model.attribute(word).orElse(null);
        if (attribute == null) {
            throw RESERVED.contains(lower)
                    ? tokens.refused("needs a field in the place of \"" + word + "\"")
                    : unknown(word, model);
        }
        return new Operand(path(attribute, builder), attribute);
    }

    private static Operand applied(String function, Operand inner) {
        return switch (function) {
            case "lower" -> new Operand(inner.expression.toLowerCase(), inner.attribute);
            case "upper" -> new Operand(inner.expression.toUpperCase(), inner.attribute);
            case "trim" -> new Operand(inner.expression.trim(), inner.attribute);
            case "abs" ->
                new Operand(org.eclipse.persistence.expressions.ExpressionMath.abs(inner.expression), inner.attribute);
            default -> new Operand(inner.expression.length(), null);
        };
    }

    private record Operand(Expression expression, @Nullable Attribute attribute) {}
}
