using System.Diagnostics;
using ConnectionGen.TestbedFiles;

namespace ConnectionGen;

/// <summary>A testbed as its file describes it: nothing is connected, and values such as passwords are resolved only when they are read.</summary>
[DebuggerDisplay("{Name,nq}")]
public sealed class TestbedDescription
{
    private readonly TestbedDocument _document;
    private readonly ValueScope _scope;

    private TestbedDescription(TestbedDocument document, TestbedValueSources sources)
    {
        _document = document;
        var markup = new MarkupValues(document, sources);
        _scope = new ValueScope(markup);
        Credentials = CredentialSet.Of(CredentialSet.Empty, _scope, document.Testbed?.Mapping("credentials"), CredentialBlocks.FromPasswords(document.Testbed));
        Devices = [.. document.Devices.Select(device => new DeviceDescription(device, document.Testbed, markup, () => Credentials))];
    }

    /// <summary>The testbed's name; without one in the file, the file's.</summary>
    public string Name => this["name"] ?? _document.Name;

    /// <summary>The testbed's other name; null where it has none.</summary>
    public string? Alias => this["alias"];

    /// <summary>The file as it was named when it was read.</summary>
    public string File => _document.File;

    /// <summary>The devices in file order.</summary>
    public IReadOnlyList<DeviceDescription> Devices { get; }

    /// <summary>The credentials that hold for every device that has none of its own.</summary>
    public CredentialSet Credentials { get; }

    /// <summary>The text under any key of the <c>testbed</c> block; null where there is none.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="TestbedValueException">It is not a single value, or its markup gives nothing.</exception>
    public string? this[string key] => _scope.Text(_document.Testbed, key);

    /// <summary>What the file gives reason to doubt, but not to refuse it.</summary>
    public IReadOnlyList<TestbedProblem> Problems => _document.Problems;

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>The run-time values of a document that was read.</summary>
    /// <exception cref="TestbedFileException">The document has an error.</exception>
    internal static TestbedDescription From(TestbedDocument document, TestbedValueSources? sources = null)
    {
        if (document.Problems.Any(static problem => problem.Severity == ProblemSeverity.Error))
            throw new TestbedFileException(document.File, document.Problems);

        return new TestbedDescription(document, sources ?? TestbedValueSources.OfThisProcess);
    }
}
