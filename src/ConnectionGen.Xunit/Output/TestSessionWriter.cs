using System.Text;

namespace ConnectionGen.Xunit;

/// <summary>Collects for the test in whose flow it is called.</summary>
internal sealed class TestSessionWriter : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(string? value) => TestSession.Current?.Add(value ?? "");
}
