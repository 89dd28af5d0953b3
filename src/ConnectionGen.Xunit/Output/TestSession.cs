using System.Text;
using global::Xunit;

namespace ConnectionGen.Xunit;

/// <summary>All that a test called on devices, while it runs.</summary>
internal sealed class TestSession
{
    private const string Prefix = "ConnectionGen.Session ";
    private readonly StringBuilder _text = new();
    private readonly long _start = TimeProvider.System.GetTimestamp();

    /// <summary>The session of the test in whose flow it is asked; null where nobody wants to have it.</summary>
    public static TestSession? Current =>
        TestContext.Current.Test is { } test && TestContext.Current.KeyValueStorage.TryGetValue(Prefix + test.UniqueID, out var session) ? session as TestSession : null;

    /// <summary>Begins to collect for a test.</summary>
    public static void Begin(string test) => TestContext.Current.KeyValueStorage[Prefix + test] = new TestSession();

    /// <summary>What was collected for a test, and is forgotten here; null where nobody wanted it.</summary>
    public static TestSession? End(string test) => TestContext.Current.KeyValueStorage.TryRemove(Prefix + test, out var session) ? session as TestSession : null;

    /// <summary>The report that the test's calls are in; null where it made none, or none is written.</summary>
    public FixtureReport? Report { get; set; }

    /// <summary>What its connections sent and received.</summary>
    public SessionRecords Records { get; } = new();

    /// <summary>How long the test runs.</summary>
    public TimeSpan Duration => TimeProvider.System.GetElapsedTime(_start);

    public void Add(string text)
    {
        lock (_text)
            _text.Append(text);
    }

    public override string ToString()
    {
        lock (_text)
            return _text.ToString();
    }
}
