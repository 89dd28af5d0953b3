using System.Text;
using global::Xunit;

namespace ConnectionGen.Xunit;

/// <summary>Writes to the output of the test in whose flow it is called; to nothing where that is over, or there is none.</summary>
internal sealed class TestOutputWriter : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(string? value)
    {
        try
        {
            TestContext.Current.TestOutputHelper?.Write(value ?? "");
        }
        catch (InvalidOperationException)
        {
            // the test ended while something that it began goes on
        }
    }
}
