using System.Runtime.CompilerServices;
using ConnectionGen;

namespace Quickstart;

/// <summary>Prints each call as it stands in the source, and what came of it.</summary>
internal static class Narrator
{
    public static void Say(string text) => Console.WriteLine($"\n{text}");

    public static async Task Show(Task<Connection> connecting, [CallerArgumentExpression(nameof(connecting))] string call = "")
    {
        PrintCall(call);
        var connection = await connecting;
        Print($"connected: alias '{connection.Alias}' via '{connection.Via}'");
    }

    public static async Task Show(Task<ConnectionPool> connecting, [CallerArgumentExpression(nameof(connecting))] string call = "")
    {
        PrintCall(call);
        var pool = await connecting;
        Print($"connected: alias '{pool.Alias}' via '{pool.Via}', {pool.Statistics.Size} sessions");
    }

    public static async Task Show(Task<string> answering, [CallerArgumentExpression(nameof(answering))] string call = "")
    {
        PrintCall(call);
        Print(await answering);
    }

    public static void Print(string text)
    {
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Console.WriteLine($"    {line}");
    }

    private static void PrintCall(string call) => Console.WriteLine($"  > {call}");
}
