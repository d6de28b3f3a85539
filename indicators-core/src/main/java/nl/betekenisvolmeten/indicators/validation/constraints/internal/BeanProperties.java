package nl.betekenisvolmeten.indicators.validation.constraints.internal;

import jakarta.validation.ConstraintDeclarationException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.betekenisvolmeten.indicators.validation.constraints.ColumnOf;
import org.jspecify.annotations.Nullable;

/** The properties of a class, and the columns that they belong to. */
final class BeanProperties {

    private static final ClassValue<BeanProperties> ALL = new ClassValue<>() {
        @Override
        protected BeanProperties computeValue(Class<?> type) {
            return new BeanProperties(type);
        }
    };

    private final Class<?> type;
    private final Map<String, String> named = new HashMap<>();
    private final List<BeanProperty> properties = new ArrayList<>();

    private BeanProperties(Class<?> type) {
        this.type = type;
        for (Class<?> one = type; one != null; one = one.getSuperclass()) {
            for (Field field : one.getDeclaredFields()) {
                annotation(field.getAnnotation(ColumnOf.class))
                        .ifPresent(column -> named.putIfAbsent(field.getName(), column));
            }
        }
        accessors().forEach((name, method) -> add(name, method));
    }

    static BeanProperties of(Class<?> type) {
        return ALL.get(type);
    }

    /** Returns the column of a property, whether or not it can be read. */
    String columnName(String property) {
        String column = named.get(property);
        return column == null ? SnakeCase.of(property) : column;
    }

    /**
     * Returns the properties that can be read, by column.
     *
     * @throws ConstraintDeclarationException if a named property can't be read, or two claim one column
     */
    Map<String, BeanProperty> byColumn() {
        Map<String, BeanProperty> columns = new TreeMap<>();
        for (BeanProperty property : properties) {
            columns.merge(property.column(), property, this::chosen);
        }
        for (String name : named.keySet()) {
            if (properties.stream().noneMatch(property -> property.name().equals(name))) {
                throw new ConstraintDeclarationException(
                        type.getName() + "." + name + " names a column but has no public getter");
            }
        }
        return columns;
    }

    private BeanProperty chosen(BeanProperty one, BeanProperty other) {
        if (one.named() == other.named()) {
            throw new ConstraintDeclarationException("two properties of " + type.getName() + " for column "
                    + one.column() + ": " + one.name() + ", " + other.name());
        }
        return one.named() ? one : other;
    }

    private void add(String name, Method method) {
        annotation(method.getAnnotation(ColumnOf.class)).ifPresent(column -> named.put(name, column));
        // Getters of a class that isn't public are public all the same.
        method.trySetAccessible();
        properties.add(new BeanProperty(name, columnName(name), named.containsKey(name), method));
    }

    private static Optional<String> annotation(@Nullable ColumnOf annotation) {
        return Optional.ofNullable(annotation).map(ColumnOf::value);
    }

    private Map<String, Method> accessors() {
        Map<String, Method> accessors = new TreeMap<>();
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                accessors.put(component.getName(), component.getAccessor());
            }
        }
        Method[] methods = type.getMethods();
        Arrays.sort(methods, Comparator.comparing(Method::getName));
        for (Method method : methods) {
            if (isQuestion(method)) {
                propertyName(method).ifPresent(name -> accessors.putIfAbsent(name, method));
            }
        }
        return accessors;
    }

    private static boolean isQuestion(Method method) {
        return method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && method.getDeclaringClass() != Object.class
                && !method.isBridge()
                && !Modifier.isStatic(method.getModifiers());
    }

    /** Returns the property that a method reads; empty if it reads none. */
    private Optional<String> propertyName(Method method) {
        String name = method.getName();
        if (!type.isRecord() && name.startsWith("get") && name.length() > 3) {
            return Optional.of(decapitalised(name.substring(3)));
        } else if (!type.isRecord() && name.startsWith("is") && name.length() > 2 && isBoolean(method)) {
            return Optional.of(decapitalised(name.substring(2)));
        }
        return method.isAnnotationPresent(ColumnOf.class) ? Optional.of(name) : Optional.empty();
    }

    private static boolean isBoolean(Method method) {
        return method.getReturnType() == boolean.class || method.getReturnType() == Boolean.class;
    }

    /** Returns a name with its first letter in lower case, as JavaBeans defines it: {@code URL} remains as it is. */
    private static String decapitalised(String name) {
        boolean acronym =
                name.length() > 1 && Character.isUpperCase(name.charAt(0)) && Character.isUpperCase(name.charAt(1));
        return acronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
