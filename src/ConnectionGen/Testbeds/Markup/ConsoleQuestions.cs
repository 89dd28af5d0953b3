using System.Text;

namespace ConnectionGen;

/// <summary>Asks at the console; what is typed for a secret is not shown.</summary>
internal sealed class ConsoleQuestions(TextWriter prompt, Func<string?> readLine, Func<ConsoleKeyInfo> readKey)
{
    /// <summary>Asks at the process's console; null where there is none to ask at, such as in a pipeline.</summary>
    public static string? Ask(TestbedQuestion question)
    {
        // whoever feeds a program's input does not know that a testbed file asks
        if (Console.IsInputRedirected)
            return null;

        return new ConsoleQuestions(Console.Error, Console.ReadLine, static () => Console.ReadKey(intercept: true)).Answer(question);
    }

    public string? Answer(TestbedQuestion question)
    {
        prompt.Write($"{question.Text.TrimEnd(':', ' ')}: ");
        prompt.Flush();
        return question.IsSecret ? ReadUnseen() : readLine();
    }

    private string ReadUnseen()
    {
        var typed = new StringBuilder();
        for (var key = readKey(); key.Key != ConsoleKey.Enter; key = readKey())
        {
            if (key.Key == ConsoleKey.Backspace)
                typed.Length = Math.Max(typed.Length - 1, 0);
            else if (key.KeyChar != '\0' && !char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        }

        prompt.WriteLine();
        return typed.ToString();
    }
}
