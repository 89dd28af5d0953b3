namespace ConnectionGen.Tool;

/// <summary>The colours that lines may have.</summary>
internal enum Colour
{
    None,
    Red,
    Green,
    Yellow,
    Cyan,
    Dim,
}

/// <summary>Colours a text where colours are taken.</summary>
internal static class Colours
{
    public static string Of(bool areTaken, Colour colour, string text) => !areTaken || colour == Colour.None || text.Length == 0 ? text : $"\e[{Code(colour)}m{text}\e[0m";

    private static int Code(Colour colour) => colour switch
    {
        Colour.Red => 31,
        Colour.Green => 32,
        Colour.Yellow => 33,
        Colour.Cyan => 36,
        _ => 2,
    };
}
