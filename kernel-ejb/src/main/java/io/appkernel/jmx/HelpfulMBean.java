package io.appkernel.jmx;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.StandardMBean;
import org.jspecify.annotations.Nullable;

/** An MXBean that takes its descriptions from {@link Help} on its interface. */
final class HelpfulMBean extends StandardMBean {
    /** The interface is the one of the bean's that JMX recognises by its name or annotation. */
    HelpfulMBean(Object bean) {
        super(bean, null, true);
    }

    @Override
    protected String getDescription(MBeanInfo info) {
        return help(getMBeanInterface(), super.getDescription(info));
    }

    @Override
    protected String getDescription(MBeanAttributeInfo info) {
        Method getter = method((info.isIs() ? "is" : "get") + info.getName(), 0);
        return help(getter, super.getDescription(info));
    }

    @Override
    protected String getDescription(MBeanOperationInfo info) {
        return help(method(info.getName(), info.getSignature().length), super.getDescription(info));
    }

    private @Nullable Method method(String name, int parameters) {
        for (Method method : getMBeanInterface().getMethods()) {
            if (method.getName().equals(name) && method.getParameterCount() == parameters) {
                return method;
            }
        }
        return null;
    }

    private static String help(@Nullable AnnotatedElement element, String otherwise) {
        Help help = element == null ? null : element.getAnnotation(Help.class);
        return help == null ? otherwise : help.value();
    }
}
