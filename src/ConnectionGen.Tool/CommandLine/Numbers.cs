using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace ConnectionGen.Tool;

/// <summary>Options that take numbers, and not all of them.</summary>
internal static class Numbers
{
    /// <summary>Refuses a number that is not taken; what is no number is refused by the parser.</summary>
    /// <param name="option">The option.</param>
    /// <param name="isTaken">Which numbers it takes.</param>
    /// <param name="what">The same in words: <c>a number from 1</c>.</param>
    public static void MustBe<T>(Option option, Func<T, bool> isTaken, string what)
        where T : INumber<T>
        => option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && T.TryParse(token.Value, CultureInfo.InvariantCulture, out var number) && !isTaken(number))
                result.AddError($"{option.Name} takes {what}");
        });
}
