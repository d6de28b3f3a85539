package nl.betekenisvolmeten.indicators.examples.cli;

import picocli.CommandLine.Mixin;

/** What a user has in files of one's own next to deliveries: inhabitants, agreements and definitions. */
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
