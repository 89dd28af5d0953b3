namespace ConnectionGen.TestbedFiles;

/// <summary>A place in a file. Lines and columns count from 1, as compilers print them; a column counts UTF-16 units.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Offset">The UTF-16 units before this place, from the start of the text.</param>
public readonly record struct FilePosition(int Line, int Column, int Offset);

/// <summary>A stretch of a file, end exclusive.</summary>
/// <param name="File">The file as it was named to the reader.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends, exclusive.</param>
public readonly record struct FileRange(string File, FilePosition Start, FilePosition End)
{
    /// <summary>As compilers print it: <c>lab.yaml(12,14)</c>.</summary>
    public override string ToString() => $"{File}({Start.Line},{Start.Column})";
}
