using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ConnectionGen.Analyzers;

/// <summary>The rules of testbed files. Their messages are made where a file is read, so that the build and loading say the same.</summary>
internal static class TestbedFileRules
{
    public const string NotYaml = "CG2001";
    public const string NotAnItemId = "CG2002";

    private const string Note = "Reported at its place in the testbed file. Its severity is set in a .globalconfig file, by NoWarn or by WarningsAsErrors, because an .editorconfig section does not reach additional files.";

    public static readonly DiagnosticDescriptor NotAnItem = new(
        NotAnItemId,
        "The testbed file is not an item of the project",
        "{0}",
        Category.TestbedFiles,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: Help.About(NotAnItemId, "A [Testbed] class is made from a file that is one of the project's Testbed items, written once and not empty."),
        helpLinkUri: Help.Page(NotAnItemId));

    private static readonly DiagnosticDescriptor InvalidYaml = new(NotYaml, "The testbed file is not valid YAML", "{0}", Category.TestbedFiles, DiagnosticSeverity.Error, true, Note, Help.Page(NotYaml));

    private static readonly DiagnosticDescriptor UnknownKey = new("CG2003", "Unknown key", "{0}", Category.TestbedFiles, DiagnosticSeverity.Warning, true, Note, Help.Page("CG2003"));

    private static readonly DiagnosticDescriptor MissingKey = new("CG2004", "A required key is missing", "{0}", Category.TestbedFiles, DiagnosticSeverity.Warning, true, Note, Help.Page("CG2004"));

    private static readonly DiagnosticDescriptor UnknownDefaultPath = new("CG2005", "The default path does not exist", "{0}", Category.TestbedFiles, DiagnosticSeverity.Warning, true, Note, Help.Page("CG2005"));

    private static readonly DiagnosticDescriptor UnknownClass = new("CG2006", "Unknown connection class", "{0}", Category.TestbedFiles, DiagnosticSeverity.Warning, true, Note, Help.Page("CG2006"));

    private static readonly DiagnosticDescriptor UnknownArgument = new("CG2007", "The connection class has no such argument", "{0}", Category.TestbedFiles, DiagnosticSeverity.Warning, true, Note, Help.Page("CG2007"));

    private static readonly DiagnosticDescriptor WrongValue = new("CG2008", "A value of the wrong type or out of range", "{0}", Category.TestbedFiles, DiagnosticSeverity.Warning, true, Note, Help.Page("CG2008"));

    private static readonly DiagnosticDescriptor PlainSecret = new("CG2009", "A secret in plain text", "{0}", Category.TestbedFiles, DiagnosticSeverity.Info, true, Note, Help.Page("CG2009"));

    private static readonly DiagnosticDescriptor DuplicateKey = new("CG2010", "A key is written twice", "{0}", Category.TestbedFiles, DiagnosticSeverity.Warning, true, Note, Help.Page("CG2010"));

    public static readonly DiagnosticDescriptor SameIdentifier = new("CG2011", "A name becomes another identifier than it would alone", "{0}", Category.TestbedFiles, DiagnosticSeverity.Info, true, Note, Help.Page("CG2011"));

    private static readonly DiagnosticDescriptor UnresolvedMarkup = new("CG2012", "Markup that cannot be resolved", "{0}", Category.TestbedFiles, DiagnosticSeverity.Warning, true, Note, Help.Page("CG2012"));

    private static readonly DiagnosticDescriptor MissingFile = new("CG2013", "An included or extended file is missing or circular", "{0}", Category.TestbedFiles, DiagnosticSeverity.Error, true, Note, Help.Page("CG2013"));

    private static readonly DiagnosticDescriptor UnknownProtocol = new("CG2014", "Unknown protocol", "{0}", Category.TestbedFiles, DiagnosticSeverity.Warning, true, Note, Help.Page("CG2014"));

    private static readonly DiagnosticDescriptor UnknownEnd = new("CG2015", "A link, interface or proxy names an unknown device", "{0}", Category.TestbedFiles, DiagnosticSeverity.Warning, true, Note, Help.Page("CG2015"));

    private static readonly DiagnosticDescriptor UnknownCredential = new("CG2016", "A credential list names an unknown credential", "{0}", Category.TestbedFiles, DiagnosticSeverity.Warning, true, Note, Help.Page("CG2016"));

    private static readonly DiagnosticDescriptor ReservedPath = new("CG2017", "A reserved block is used as a path", "{0}", Category.TestbedFiles, DiagnosticSeverity.Warning, true, Note, Help.Page("CG2017"));

    private static readonly DiagnosticDescriptor NoCredentials = new("CG2018", "A device without credentials", "{0}", Category.TestbedFiles, DiagnosticSeverity.Info, true, Note, Help.Page("CG2018"));

    private static readonly DiagnosticDescriptor Placeholder = new("CG2019", "A placeholder is left in an address", "{0}", Category.TestbedFiles, DiagnosticSeverity.Warning, true, Note, Help.Page("CG2019"));

    private static readonly DiagnosticDescriptor UnnamedCredentials = new("CG2020", "Credentials without a name", "{0}", Category.TestbedFiles, DiagnosticSeverity.Warning, true, Note, Help.Page("CG2020"));

    /// <summary>Those that the reader of testbed files finds, by id.</summary>
    public static readonly ImmutableDictionary<string, DiagnosticDescriptor> ByReader = new[]
    {
        InvalidYaml, NotAnItem, UnknownKey, MissingKey, UnknownDefaultPath, UnknownClass, UnknownArgument, WrongValue, PlainSecret, DuplicateKey,
        UnresolvedMarkup, MissingFile, UnknownProtocol, UnknownEnd, UnknownCredential, ReservedPath, NoCredentials, Placeholder, UnnamedCredentials,
    }.ToImmutableDictionary(rule => rule.Id, StringComparer.Ordinal);
}
