namespace ConnectionGen.TestbedFiles.Tests;

/// <summary>What the reader finds and no JSON Schema can say, each with the reason.</summary>
internal static class Inexpressible
{
    /// <summary>By the problem's id, and words of its message where only some problems of the id are meant.</summary>
    public static IReadOnlyList<(string Id, string Words, string Why)> Exceptions { get; } =
    [
        ("CG2001", "", "the text is no YAML: there is no value to hold against a schema; an editor says so itself"),
        ("CG2003", "is no key of 'defaults'", "any other key may be an argument of the connection class; a schema cannot tell how near a name is to a known one"),
        ("CG2005", "", "a value that must be the name of a key elsewhere"),
        ("CG2008", "is '0x", "to a schema a number is a number, however it is written"),
        ("CG2008", "_list.yaml", "what is in other files"),
        ("CG2010", "stands here a second time", "a JSON object has no duplicates; an editor says so itself"),
        ("CG2010", "already names the device", "a value that must differ from names elsewhere"),
        ("CG2012", "", "which markup there is may be a pattern, but not in every text of the file, nor where a reference leads"),
        ("CG2013", "", "what other files there are"),
        ("CG2014", "", "a connection class may have a protocol of its own; a schema cannot tell how near a name is to a known one"),
        ("CG2015", "", "a value that must be the name of a device"),
        ("CG2016", "", "a value that must be the name of a credential, here, of the device or of the testbed"),
        ("CG2019", "the device's name", "it is a key; a schema that forbids it would say no more than that the key is not allowed"),
    ];

    /// <summary>Why no schema can say this; null where one can.</summary>
    public static string? Reason(TestbedProblem problem) =>
        Exceptions.Where(exception => exception.Id == problem.Id && problem.Message.Contains(exception.Words, StringComparison.Ordinal)).Select(static exception => exception.Why).FirstOrDefault();
}
