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

/// <summary>Colours a text where the screen takes colours.</summary>
internal static class Colours
{
    public static string Of(Screen screen, Colour colour, string text) => !screen.HasColours || colour == Colour.None || text.Length == 0 ? text : $"\e[{Code(colour)}m{text}\e[0m";

    private static int Code(Colour colour) => colour switch
    {
        Colour.Red => 31,
        Colour.Green => 32,
        Colour.Yellow => 33,
        Colour.Cyan => 36,
        _ => 2,
    };
}
