package nl.betekenisvolmeten.indicators.examples.cli;

import picocli.CommandLine.Mixin;

/** A user's own files in addition to deliveries: inhabitants, agreements and definitions. */
final class OwnFiles {

    @Mixin
    final PopulationOption population;

    @Mixin
    final ContextOption context;

    @Mixin
    final DefinitionOptions definitions;

    OwnFiles(Subcommand command) {
        population = new PopulationOption(command);
        context = new ContextOption(command);
        definitions = new DefinitionOptions(command);
    }
}
