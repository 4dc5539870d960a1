package io.appkernel.house;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/** One rule of the house: what breaks it, in messages that say what to do; nothing when all is well. */
interface Rule {
    List<String> broken(House house);

    static Rule arch(Function<House, ArchRule> rule) {
        return house -> rule.apply(house)
                .allowEmptyShould(true)
                .evaluate(house.classes())
                .getFailureReport()
                .getDetails();
    }
}
