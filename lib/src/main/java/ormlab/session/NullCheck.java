package ormlab.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.event.spi.PreLoadEvent;
import org.hibernate.event.spi.PreLoadEventListener;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.persister.entity.EntityPersister;
import ormlab.error.OrmlabException;

/**
 * Names the column if a row has a null for a primitive field. Only tables created elsewhere can
 * have one.
 */
final class NullCheck implements PreLoadEventListener {
    private static final long serialVersionUID = 1L;

    private final transient Map<EntityPersister, List<AttributeMapping>> primitives =
            new ConcurrentHashMap<>();

    @Override
    public void onPreLoad(PreLoadEvent event) {
        for (AttributeMapping primitive :
                primitives.computeIfAbsent(event.getPersister(), NullCheck::primitivesOf)) {
            if (event.getState()[primitive.getStateArrayPosition()] == null) {
                throw nullIn(primitive, event);
            }
        }
    }

    private static List<AttributeMapping> primitivesOf(EntityPersister persister) {
        List<AttributeMapping> found = new ArrayList<>();
        persister
                .getAttributeMappings()
                .forEach(
                        attribute -> {
                            if (attribute instanceof BasicValuedModelPart
                                    && type(attribute).isPrimitive()) {
                                found.add(attribute);
                            }
                        });
        return List.copyOf(found);
    }

    private static Class<?> type(AttributeMapping attribute) {
        return attribute.getPropertyAccess().getGetter().getReturnTypeClass();
    }

    private static OrmlabException nullIn(AttributeMapping attribute, PreLoadEvent event) {
        BasicValuedModelPart part = (BasicValuedModelPart) attribute;
        String table = part.getContainingTableExpression().replace("\"", "");
        String column = part.getSelectionExpression().replace("\"", "");
        Class<?> type = type(attribute);
        return new OrmlabException(
                ("%1$s.%2$s is null in the row with id %3$s, and %4$s.%5$s is %6$s, which cannot be"
                                + " null. Declare it as %7$s, or fill the column: update %1$s set"
                                + " %2$s = … where %2$s is null.")
                        .formatted(
                                table,
                                column,
                                event.getId(),
                                event.getPersister().getJpaEntityName(),
                                attribute.getAttributeName(),
                                type == int.class ? "an int" : "a " + type,
                                java.lang.invoke.MethodType.methodType(type)
                                        .wrap()
                                        .returnType()
                                        .getSimpleName()));
    }
}
