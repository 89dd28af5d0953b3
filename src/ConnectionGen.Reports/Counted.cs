namespace ConnectionGen.Reports;

/// <summary>How many there are of something, in words.</summary>
internal static class Counted
{
    public static string Of(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
