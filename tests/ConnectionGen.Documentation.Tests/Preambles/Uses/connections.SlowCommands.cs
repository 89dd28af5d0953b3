await lab.Phoenix.ConnectAsync();
Console.WriteLine($"wrapped {await lab.Phoenix.ExecuteAsync("show clock")}");
