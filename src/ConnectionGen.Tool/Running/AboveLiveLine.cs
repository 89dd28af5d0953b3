using System.Text;

namespace ConnectionGen.Tool;

/// <summary>A writer for whole entries that appear above a live line.</summary>
internal sealed class AboveLiveLine(TextWriter output, LiveLine live) : TextWriter
{
    public override Encoding Encoding => output.Encoding;

    public override void Write(char value) => live.Above(() => output.Write(value));

    public override void Write(string? value) => live.Above(() => output.Write(value));
}
