package nl.betekenisvolmeten.indicators.validation.constraints.internal;

import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Optional;
import nl.betekenisvolmeten.indicators.model.ColumnName;
import org.jspecify.annotations.Nullable;

/** What the path of a violation says. */
public final class Paths {

    /** Node by node: by place in a list, by key, by name. */
    public static final Comparator<Path> ORDER = Paths::compare;

    private static final Comparator<Path.Node> NODE_ORDER = Comparator.comparingInt(
                    (Path.Node node) -> node.getIndex() == null ? -1 : node.getIndex())
            .thenComparing(node -> String.valueOf(node.getKey()))
            .thenComparing(node -> String.valueOf(node.getName()));

    private Paths() {}

    private static int compare(Path left, Path right) {
        Iterator<Path.Node> lefts = left.iterator();
        Iterator<Path.Node> rights = right.iterator();
        while (lefts.hasNext() && rights.hasNext()) {
            int order = NODE_ORDER.compare(lefts.next(), rights.next());
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(lefts.hasNext(), rights.hasNext());
    }

    /**
     * Returns the column of the property that a path leads to.
     *
     * @param path the path
     * @param bean the bean that has the property; null when not known
     * @return the column, or empty when the path leads to no property, or to one whose name makes no column
     */
    public static Optional<String> column(Path path, @Nullable Object bean) {
        return property(path)
                .map(property -> bean == null
                        ? SnakeCase.of(property)
                        : BeanProperties.of(bean.getClass()).columnName(property))
                .filter(ColumnName::isValid);
    }

    /** Returns the column as {@link #column} does, if only the type of the root bean is known. */
    static Optional<String> column(Path path, Class<?> root) {
        Iterator<Path.Node> nodes = path.iterator();
        nodes.next();
        // The type of a nested bean isn't known here.
        boolean nested = nodes.hasNext();
        return property(path)
                .map(property -> nested
                        ? SnakeCase.of(property)
                        : BeanProperties.of(root).columnName(property))
                .filter(ColumnName::isValid);
    }

    /** Returns the last property or parameter; elements of a list belong to the property that holds the list. */
    private static Optional<String> property(Path path) {
        Optional<String> last = Optional.empty();
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PROPERTY || node.getKind() == ElementKind.PARAMETER) {
                last = Optional.ofNullable(node.getName());
            } else if (node.getKind() != ElementKind.CONTAINER_ELEMENT) {
                last = Optional.empty();
            }
        }
        return last;
    }
}
