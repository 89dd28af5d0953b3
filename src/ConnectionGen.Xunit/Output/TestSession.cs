using System.Text;
using global::Xunit;

namespace ConnectionGen.Xunit;

/// <summary>All that a test called on devices, while it runs.</summary>
internal sealed class TestSession
{
    private const string Prefix = "ConnectionGen.Session ";
    private readonly StringBuilder _text = new();

    /// <summary>The session of the test in whose flow it is asked; null where nobody wants to have it.</summary>
    public static TestSession? Current =>
        TestContext.Current.Test is { } test && TestContext.Current.KeyValueStorage.TryGetValue(Prefix + test.UniqueID, out var session) ? session as TestSession : null;

    /// <summary>Begins to collect for a test.</summary>
    public static void Begin(string test) => TestContext.Current.KeyValueStorage[Prefix + test] = new TestSession();

    /// <summary>What was collected for a test; forgotten afterwards.</summary>
    public static string End(string test) =>
        TestContext.Current.KeyValueStorage.TryRemove(Prefix + test, out var session) && session is TestSession collected ? collected.ToString() : "";

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
